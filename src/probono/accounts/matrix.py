"""What each role may do by standing, as data: the part of the permission matrix that is granted by role or by engagement.

`STANDING` reaches every matter of the home organisation; `TEAM` is granted for one matter when its team is engaged.
Reference: the program's permission matrix (D1 to D20), with PM holding nothing on D8 and D9, and CA reading D4 and D6.
"""

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.roles import Role

D, E, R, W = DataClass, Verb.EXISTS, Verb.READ, Verb.WRITE

STANDING: dict[Role, dict[DataClass, Verb]] = {
    Role.PRO_BONO_MANAGER: {
        D.OPPORTUNITY: W, D.IDENTITY: W, D.CONTACT: R, D.RECORD: W, D.LEGAL_FILE: E, D.FACTS: E, D.IMMIGRATION: E,
        D.FOLLOW_UPS: R, D.SERVICE_REFERRALS: E, D.RELEASES: W,
    },
    Role.LEGAL_DIRECTOR: {
        D.OPPORTUNITY: R, D.IDENTITY: R, D.CONTACT: R, D.RECORD: W, D.LEGAL_FILE: R, D.FACTS: R, D.IMMIGRATION: R,
        D.FOLLOW_UPS: R, D.RELEASES: R,
    },
    Role.IMMIGRATION_ATTORNEY: {
        D.OPPORTUNITY: R, D.IDENTITY: R, D.CONTACT: E, D.RECORD: R, D.LEGAL_FILE: R, D.FACTS: R, D.IMMIGRATION: W,
        D.FOLLOW_UPS: R, D.RELEASES: R,
    },
}  # fmt: skip

TEAM: dict[Role, dict[DataClass, Verb]] = {
    Role.VOLUNTEER_ATTORNEY: {D.IDENTITY: R, D.RECORD: W, D.LEGAL_FILE: W, D.FACTS: W, D.FOLLOW_UPS: W},
    Role.PARALEGAL: {D.RECORD: W, D.LEGAL_FILE: R, D.FACTS: W, D.FOLLOW_UPS: W},
    Role.COMMUNITY_ADVOCATE: {
        D.IDENTITY: R,
        D.CONTACT: W,
        D.RECORD: R,
        D.FACTS: R,
        D.FOLLOW_UPS: W,
        D.SERVICE_REFERRALS: W,
    },
    Role.TECHNICAL_ASSISTANCE: {D.RECORD: R, D.LEGAL_FILE: R, D.FACTS: R},
}
