"""`lianfang`: Django's own management underneath; prepares the home before the first command and never shows a traceback for bad input."""
import os
import sys

HELP = {"help", "--help", "-h", "--version", "version"}


def main(argv=None):
    """Run one command; the exit code is not 0 on failure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")
    argv = [sys.argv[0] if argv is None else "lianfang", *(sys.argv[1:] if argv is None else argv)]
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        speak(os.environ.get("LIANFANG_LANGUAGE", ""))
        execute_from_command_line(argv)
    except ImproperlyConfigured as wrong:
        sys.exit(f"lianfang: {wrong}")
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(130)


def speak(language):
    """Answer in English when asked to; else in Chinese, the language of the source."""
    if language == "en":
        import django
        from django.utils.translation import activate

        django.setup()
        activate(language)


if __name__ == "__main__":
    main()
