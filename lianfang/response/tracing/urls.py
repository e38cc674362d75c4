"""Addresses of tracing."""
from django.urls import path

from .views import answers, contact, diary, index, lists, naming, opening

app_name = "tracing"
urlpatterns = [
    path("", lists.indexes, name="indexes"),
    path("new/", opening.open_index, name="open_index"),
    path("contacts/", lists.contacts, name="contacts"),
    path("contacts/<uuid:pk>/", contact.contact, name="contact"),
    path("contacts/<uuid:pk>/diary/", contact.diary_of, name="contact_diary"),
    path("contacts/<uuid:pk>/hand-over/", contact.hand_over, name="hand_over"),
    path("contacts/<uuid:pk>/chase/", contact.chase, name="chase"),
    path("contacts/<uuid:pk>/receive/", answers.receive, name="receive"),
    path("contacts/<uuid:pk>/note-outcome/", answers.note_outcome, name="note_outcome"),
    path("contacts/<uuid:pk>/tell-recall/", answers.tell_recall, name="tell_recall"),
    path("contacts/<uuid:pk>/bring-back/", contact.bring_back, name="bring_back"),
    path("contacts/<uuid:pk>/lose-contact/", contact.lose_contact, name="lose_contact"),
    path("contacts/<uuid:pk>/withdraw/", contact.withdraw, name="withdraw"),
    path("of/<uuid:record>/", index.of_record, name="of_record"),
    path("contacts/<uuid:pk>/letter.<slug:form>", answers.letter, name="letter"),
    path("contacts/<uuid:pk>/recall.<slug:form>", answers.recall, name="recall"),
    path("<uuid:pk>/", index.index, name="index"),
    path("<uuid:pk>/diary/", index.diary_of, name="diary"),
    path("<uuid:pk>/decide/", index.decide, name="decide"),
    path("<uuid:pk>/name/", naming.name_contact, name="name_contact"),
    path("<uuid:pk>/stays/<uuid:stay>/present/", naming.add_present, name="add_present"),
    path("<uuid:pk>/retime/", opening.retime, name="retime_index"),
    path("<uuid:pk>/finish/", opening.finish, name="finish_index"),
    path("<uuid:pk>/close/", opening.close, name="close_index"),
    path("stays/<uuid:pk>/drop/", diary.drop_stay, name="drop_stay"),
]
