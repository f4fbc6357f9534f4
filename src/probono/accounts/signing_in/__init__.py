"""Signing in: passkeys, authenticator apps, firms' own sign-ins, invitations, recoveries, and the sessions they open."""
