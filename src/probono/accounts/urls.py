from django.urls import path

from probono.accounts.signing_in.views import account, confirm, enrol, firm, people, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-in/start/", sign_in.start, name="sign-in-start"),
    path("sign-in/passkey/", sign_in.by_passkey, name="sign-in-passkey"),
    path("sign-in/code/", sign_in.by_code, name="sign-in-code"),
    path("sign-in/firm/<slug:firm>/", firm.start, name="firm"),
    path("sign-in/firm/<slug:firm>/back/", firm.back, name="firm-back"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("enrol/", enrol.choose, name="enrol"),
    path("enrol/start/", enrol.start, name="enrol-start"),
    path("enrol/passkey/", enrol.by_passkey, name="enrol-passkey"),
    path("enrol/app/", enrol.by_app, name="enrol-app"),
    path("enrol/link/<str:token>/", enrol.link, name="enrol-link"),
    path("account/", account.account, name="account"),
    path("account/passkeys/add/", account.add_passkey, name="add-passkey"),
    path("account/passkeys/start/", account.start_passkey, name="start-passkey"),
    path("account/passkeys/<int:key>/name/", account.name_passkey, name="name-passkey"),
    path("account/keys/<int:key>/remove/", account.remove_key, name="remove-key"),
    path("account/app/", account.add_app, name="add-app"),
    path("account/sessions/end-others/", account.end_others, name="end-others"),
    path("account/sessions/<uuid:session>/end/", account.end_session, name="end-session"),
    path("account/idle/", account.choose_idle, name="choose-idle"),
    path("account/confirm/", confirm.confirm, name="confirm"),
    path("account/confirm/start/", confirm.start, name="confirm-start"),
    path("account/confirm/prove/", confirm.prove, name="prove"),
    path("account/kept/", confirm.held_form, name="held"),
    path("people/invitations/", people.invitations, name="invitations"),
    path("people/invitations/invite/", people.invite, name="invite"),
    path("people/organizations/add/", people.add_organisation, name="add-organization"),
    path("people/recoveries/", people.recoveries, name="recoveries"),
    path("people/recoveries/recover/", people.recover, name="recover"),
    path("people/enrolments/<uuid:enrolment>/approve/", people.approve, name="approve"),
    path("people/enrolments/<uuid:enrolment>/withdraw/", people.withdraw, name="withdraw"),
]
