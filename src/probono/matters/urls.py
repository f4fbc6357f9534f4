from django.urls import path

from probono.matters.views import access, emergency, facts, files, findings, matters, opened, packet, record, window

app_name = "matters"
urlpatterns = [
    path("", matters.matter_list, name="list"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("emergencies/", emergency.emergencies, name="emergencies"),
    path("emergencies/<uuid:pk>/", emergency.review, name="emergency-review"),
    path("<uuid:matter_id>/access/", access.access, name="access"),
    path("<uuid:matter_id>/access/team/", access.put_on_team, name="team-add"),
    path("<uuid:matter_id>/access/team/<uuid:person>/end/", access.take_off_team, name="team-end"),
    path("<uuid:matter_id>/access/walls/", access.put_up_wall, name="wall-add"),
    path("<uuid:matter_id>/access/walls/<uuid:wall>/end/", access.take_down_wall, name="wall-end"),
    path("<uuid:matter_id>/", matters.matter, name="matter"),
    path("<uuid:matter_id>/window/", window.window, name="window"),
    path("<uuid:matter_id>/window/close/", window.close_window, name="window-close"),
    path("<uuid:matter_id>/record/", record.record, name="record"),
    path("<uuid:matter_id>/record/pages/<int:page>/", record.page_image, name="page-image"),
    path("<uuid:matter_id>/findings/", findings.findings, name="findings"),
    path("<uuid:matter_id>/findings/again/", findings.screen_again, name="screen"),
    path("<uuid:matter_id>/facts/", facts.facts, name="facts"),
    path("<uuid:matter_id>/facts/periods/new/", facts.period, name="facts-new-period"),
    path("<uuid:matter_id>/facts/periods/<int:place>/", facts.period, name="facts-period"),
    path("<uuid:matter_id>/facts/periods/<int:place>/remove/", facts.remove_period, name="facts-remove-period"),
    path("<uuid:matter_id>/facts/items/<slug:item_key>/", facts.item, name="facts-item"),
    path("<uuid:matter_id>/facts/immigration/", facts.immigration, name="facts-immigration"),
    path("<uuid:matter_id>/facts/release/", facts.release, name="facts-release"),
    path("<uuid:matter_id>/facts/<slug:name>/", facts.part, name="facts-part"),
    path("<uuid:matter_id>/packet/", packet.packet, name="packet"),
    path("<uuid:matter_id>/packet/build/", packet.build, name="build"),
    path("<uuid:matter_id>/packet/<int:number>/", packet.packet, name="packet-number"),
    path("<uuid:matter_id>/packet/papers/<uuid:pk>/word/", packet.give_word, name="give-word"),
    path("<uuid:matter_id>/opened/", opened.opened, name="opened"),
    path("<uuid:matter_id>/opened/print/", opened.opened_print, name="opened-print"),
    path("<uuid:matter_id>/files/<slug:kind>/<uuid:pk>/", files.download, name="download"),
]
