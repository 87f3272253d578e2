"""Settings that all tests share."""

from hypothesis import HealthCheck, settings

# machines that run the tests differ in speed, and the first call compiles the rules: time is measured in bench/
settings.register_profile("reconcile", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reconcile")
