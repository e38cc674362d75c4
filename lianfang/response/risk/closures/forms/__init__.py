"""What is asked on the pages and phones of this loop."""
from .deciding import EventForm, ExtendForm, LiftForm, LiftPartForm, SeenForm, SentSeen, WhyForm, WordsForm
from .ordering import ExemptForm, OrderForm, ServiceForm, SureForm

__all__ = ["EventForm", "ExemptForm", "ExtendForm", "LiftForm", "LiftPartForm", "OrderForm", "SeenForm",
           "SentSeen", "ServiceForm", "SureForm", "WhyForm", "WordsForm"]
