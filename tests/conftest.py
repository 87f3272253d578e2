"""Settings that all tests share."""

import signal

from hypothesis import HealthCheck, settings

# machines that run the tests differ in speed, and the first call compiles the rules: time is measured in bench/
settings.register_profile("reconcile", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reconcile")

# a shell starts what it puts in the background deaf to Ctrl-C, and so would be the programs that tests interrupt
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
