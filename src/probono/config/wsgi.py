"""The WSGI application a web server loads. In production it asks the database first whether its walls stand."""

import logging
import os

from django.core.wsgi import get_wsgi_application

from probono.config.production.start import check_before_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probono.config.settings")
application = get_wsgi_application()
check_before_start()
logging.captureWarnings(True)
