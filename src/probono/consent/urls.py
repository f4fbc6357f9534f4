from django.urls import path

from probono.consent.views import releases

app_name = "consent"
urlpatterns = [
    path("releases/", releases.due, name="due"),
    path("matters/<uuid:matter_id>/releases/", releases.release_list, name="list"),
    path("matters/<uuid:matter_id>/releases/new/", releases.new, name="new"),
    path("matters/<uuid:matter_id>/releases/listing/", releases.new_listing, name="new-listing"),
    path("matters/<uuid:matter_id>/releases/hers/", releases.hers, name="hers"),
    path("matters/<uuid:matter_id>/releases/<uuid:release>/", releases.release, name="release"),
    path("matters/<uuid:matter_id>/releases/<uuid:release>/print/", releases.print_paper, name="print"),
    path("matters/<uuid:matter_id>/releases/<uuid:release>/sign/", releases.sign, name="sign"),
    path("matters/<uuid:matter_id>/releases/<uuid:release>/stop/", releases.stop, name="stop"),
    path("matters/<uuid:matter_id>/releases/<uuid:release>/withdraw/", releases.withdraw, name="withdraw"),
    path("matters/<uuid:matter_id>/releases/<uuid:release>/copy/<int:page>/", releases.copy, name="copy"),
]
