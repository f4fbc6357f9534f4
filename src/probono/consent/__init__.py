"""What the client allowed: releases, who saw what across an organization's border, and her stop."""
