"""Somebody with the app in hand: signs in once, chooses a PIN, records, loses the signal, sends."""
from .walk import PHONE, Walk

PIN = "2580"
CHECK = """(n) => lianfang.save({action: 'isolation.record_check', title: '晨检', data: {record: `record-${n}`, temperature: '36.5'},
    record: `record-${n}`, base: 'line-1', form: 'v1'})"""


class Phone(Walk):
    """One phone behind a signal."""

    def __init__(self, browser, signal, who="grid", **how):
        super().__init__(browser, signal.url, who, PHONE, **how)
        self.signal = signal

    def begin(self, area=""):
        """From the link to the first screen, as a new user would: sign in, area, PIN twice."""
        self.page.goto("/field/")
        self.page.get_by_role("link", name="登录").click()
        self.page.wait_for_url("**/sign-in**")
        self.page.locator("input[name=username]").fill(self.who)
        self.page.locator("input[name=password]").fill(self.password())
        self.page.locator("form:has(input[name=password]) button").click()
        return self.chooses(area)

    def chooses(self, area=""):
        """The area, where there are several, and the PIN."""
        self.page.wait_for_function("() => /PIN/.test(document.body.innerText) || document.querySelector('input[name=area]')")
        if self.page.locator("input[name=area]").count():
            if area:
                self.page.locator("label.choice", has_text=area).click()
            self.tap("下一步")
        self.type_pin()
        self.type_pin()
        self.page.wait_for_selector(".sums")
        self.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        self.page.wait_for_function("() => navigator.serviceWorker.controller")
        return self.everybody_can_use_it()

    def everybody_can_use_it(self):
        """As any page."""
        self._busy_is_no_fault()
        return super().everybody_can_use_it()

    def leave(self):
        """As any browser."""
        self._busy_is_no_fault()
        super().leave()

    def _busy_is_no_fault(self):
        """A server that is busy for a while is part of some stories."""
        self.faults[:] = [fault for fault in self.faults if not fault.startswith("503")]

    def password(self):
        """Of the small county, or of the demo."""
        from .county import PASSWORD

        return PASSWORD

    def type_pin(self, pin=PIN):
        """Digit by digit, as with gloves."""
        for digit in pin:
            self.page.get_by_role("button", name=digit, exact=True).click()
        self.tap("下一步")
        self.page.wait_for_function("() => !lianfang.form.isBusy")
        return self

    def tap(self, words):
        """A button by its words."""
        self.page.locator("#app").get_by_role("button", name=words).first.click()
        return self

    def tap_label(self, words):
        """A choice by its words."""
        self.page.locator("label.choice", has_text=words).click()
        return self

    def place(self, name):
        """One of the places at the foot."""
        self.page.locator(".tabs a", has_text=name).click()
        self.page.wait_for_timeout(50)
        return self.everybody_can_use_it()

    def unlock(self, pin=PIN):
        """After the app was closed."""
        self.type_pin(pin)
        self.page.wait_for_selector(".sums")
        return self

    def check(self, n):
        """A reading kept, past the screen: many of them."""
        return self.page.evaluate(CHECK, n)

    def send(self):
        """Send and wait until it is done or has failed; what came of it."""
        return self.page.evaluate("() => lianfang.sync.sync({waits: true})")

    def counts(self):
        """What waits on the phone."""
        return self.page.evaluate("() => lianfang.outbox.counts()")

    def ids(self, *states):
        """The ids of the rows on the phone in these states."""
        rows = self.page.evaluate("() => lianfang.outbox.list()")
        return [row["id"] for row in rows if not states or row["state"] in states]


def new_edition():
    """In the server's process: the app is a newer one from now on."""
    from lianfang.entry.field import shell

    made = shell.worker().replace(b'EDITION = "', b'EDITION = "f', 1)
    shell.worker = lambda: made


def people_at_home(stairs=3, floors=(2, 3, 4, 5, 6)):
    """In the server's process: somebody behind each door of the house is back from outside and under an order that runs."""
    from lianfang.ground.accounts.models import Account
    from lianfang.ground.days import now
    from lianfang.response.isolation import actions as isolation
    from lianfang.response.isolation.models import Order

    from . import setting, sheets

    doors = [f"向阳小区3号楼{stair}单元{floor}0{door}" for stair in range(1, stairs + 1) for floor in floors for door in (1, 2)]
    given = "望舒 秋实 立夏 清和 知远 若水 明轩 子衿 思齐 嘉木".split()
    rows = [sheets.returnee(n + 1, f"{'覃佟尉'[n // 10 % 3]}{given[n % 10]}", door) for n, door in enumerate(doors)]
    found = setting.bring_in(rows)
    isolation.serve(orders=list(Order.objects.filter(person__in=found.values())), by=Account.objects.get(login="cadre"), at=now())
    return len(found)


def recorded():
    """In the server's process: the receipts, the checks filled, and the readings beside them."""
    from lianfang.ground.journal.models import Line
    from lianfang.ground.outbox.models import Sent
    from lianfang.response.isolation.models import Check

    sent = Sent.objects.values_list("pk", "state", "record", "seq", "offset_ms", "is_old_form")
    return {"sent": [[str(pk), state, str(record), seq, offset, is_old] for pk, state, record, seq, offset, is_old in sent],
            "filled": [str(pk) for pk in Check.objects.exclude(temperature=None).values_list("pk", flat=True)],
            "lines": [str(pk) for pk in Line.objects.filter(verb="isolation.record_check").values_list("record", flat=True)]}


def opened_boxes():
    """In the server's process: what stood in the boxes of locked phones, opened with the server's key."""
    import json

    from lianfang.ground.outbox.models import Sent

    return [json.loads(sent.content.open())["temperature"] for sent in Sent.objects.filter(state="held")]


def one_more():
    """In the server's process: somebody else came back; the notice is not delivered yet."""
    from . import setting, sheets

    return setting.bring_in([sheets.returnee(99, "管仲平", "向阳小区3号楼1单元202")])


def photos():
    """In the server's process: of each photo whether it has come and whether it belongs to a record."""
    from lianfang.ground.outbox.models import Photo

    return [[photo.has_come, photo.record is not None] for photo in Photo.objects.all()]
