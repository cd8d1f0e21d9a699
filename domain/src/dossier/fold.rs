//! How an event changes a dossier, or is refused.

use super::{
    Asked, Dossier, End, Event, Happening, Issued, Move, Outcome, Pause, Payment, Refusal, Resolution, Status, SupplementRequest, Why,
};
use crate::{calendar::Due, date::Moment};

impl Dossier {
    /// Begins a dossier with its submission.
    ///
    /// # Errors
    /// When the event is something else, or the system claims to have sent it.
    pub fn begin(event: &Event) -> Result<Self, Refusal> {
        let refuse = |why| Err(Refusal { what: event.what.kind(), from: None, why });
        let Happening::Submitted { channel } = event.what else { return refuse(Why::NotSubmitted) };
        if !Move::Submit.for_actor(&event.by) {
            return refuse(Why::Actor);
        }
        Ok(Self {
            status: Status::Submitted,
            version: 1,
            channel,
            submitted_at: event.at,
            changed_at: event.at,
            received_at: None,
            due: None,
            first_due: None,
            missed: None,
            rescheduled: None,
            unit: None,
            requests: Vec::new(),
            payments: Vec::new(),
            pauses: Vec::new(),
            withdrawal: None,
            ground: None,
            proposal: None,
            resolution: None,
            returned: None,
            ended: None,
            first_ended: None,
            corrections: 0,
            checked: Vec::new(),
            issued: Vec::new(),
            before_payment: None,
            before_withdrawal: None,
        })
    }

    /// Returns the dossier after one more event.
    ///
    /// # Errors
    /// When the status, the actor, the time or the content of the event does not allow it.
    /// Roles are the caller's: see [`Dossier::permit`].
    pub fn apply(&self, event: &Event) -> Result<Self, Refusal> {
        let what = event.what.kind();
        self.check(event).map_err(|why| Refusal { what, from: Some(self.status), why })?;
        let mut next = self.clone();
        next.version = next.version.saturating_add(1);
        next.changed_at = event.at;
        next.take(event);
        if next.status != self.status && !self.status.may_become(next.status) {
            return Err(Refusal { what, from: Some(self.status), why: Why::Status });
        }
        next.mark_pause(self.status, event);
        Ok(next)
    }

    /// Everything that can be wrong with an event.
    fn check(&self, event: &Event) -> Result<(), Why> {
        let what = event.what.kind();
        let require = |holds: bool, why: Why| if holds { Ok(()) } else { Err(why) };
        require(what.fits(self.status), Why::Status)?;
        require(what.for_actor(&event.by), Why::Actor)?;
        require(event.at >= self.changed_at, Why::Time)?;
        require(event.what.reason().is_none_or(|reason| !reason.trim().is_empty()), Why::NoReason)?;
        let today = event.at.moment().date;
        match &event.what {
            Happening::SupplementAsked { request } => {
                require(!request.is_empty(), Why::NothingAsked)?;
                let based = request.second_basis.as_deref().is_some_and(|basis| !basis.trim().is_empty());
                require(self.requests.is_empty() || based, Why::SecondRequest)
            }
            Happening::PaymentAsked { amount, .. } => require(amount.0 > 0, Why::NothingAsked),
            Happening::Stopped { .. } => {
                let asked = self.open_request().and_then(|asked| asked.request.until);
                match asked.or_else(|| self.open_payment().and_then(|payment| payment.until)) {
                    Some(until) if today <= until => Err(Why::StillTime(until)),
                    _ => Ok(()),
                }
            }
            Happening::Rescheduled { due, .. } => {
                let old = self.due.ok_or(Why::NoDueTime)?.at;
                let now = event.at.moment();
                require(self.rescheduled.is_none(), Why::Rescheduled)?;
                require(Moment { date: now.date.next(), time: now.time } <= old, Why::TooLate)?;
                require(due.at > old, Why::NotLater)
            }
            Happening::SlipIssued { slip, .. } => require(self.slips().contains(slip), Why::NoGround),
            _ => Ok(()),
        }
    }

    /// Takes over what a checked event says.
    fn take(&mut self, event: &Event) {
        let at = event.at;
        match &event.what {
            Happening::Accepted { due } => self.accept(event, *due),
            Happening::Refused { reason: ground } => self.close(Status::Refused, event, Some(ground)),
            Happening::Stopped { ground } => self.close(Status::Stopped, event, Some(ground)),
            Happening::WithdrawalGranted => self.close(Status::Stopped, event, self.withdrawal.clone().as_ref()),
            Happening::HandedOver { to } => {
                self.status = Status::Processing;
                self.unit = Some(to.clone());
            }
            Happening::SupplementAsked { request } => self.ask(event, request),
            Happening::SupplementAnswered { due, .. } => {
                if let Some(asked) = self.requests.last_mut() {
                    asked.answered_at = Some(at);
                }
                let accepted = self.received_at.is_some();
                self.status = if accepted { Status::Processing } else { Status::Submitted };
                self.restart(due.filter(|_| accepted));
            }
            Happening::PaymentAsked { amount, basis, until } => {
                self.payments.push(Payment { at, amount: *amount, basis: basis.clone(), until: *until, paid: None });
                self.before_payment = Some(self.status);
                self.status = Status::PaymentRequired;
            }
            Happening::PaymentConfirmed { method, due } => {
                if let Some(payment) = self.payments.last_mut() {
                    payment.paid = Some((at, *method));
                }
                match self.before_payment.take() {
                    Some(before @ (Status::Accepted | Status::Processing)) => {
                        self.status = before;
                        self.restart(*due);
                    }
                    _ => self.accept(event, *due),
                }
            }
            Happening::WithdrawalAsked { reason } => {
                self.withdrawal = Some(reason.clone());
                self.before_withdrawal = Some(self.status);
                self.status = Status::WithdrawalRequested;
            }
            Happening::WithdrawalDeclined { due, .. } | Happening::WithdrawalCancelled { due } => {
                self.withdrawal = None;
                self.status = self.before_withdrawal.take().unwrap_or(Status::Submitted);
                self.restart(due.filter(|_| self.received_at.is_some()));
            }
            Happening::Rescheduled { due, reason } => {
                self.due = Some(*due);
                self.rescheduled = Some(reason.clone());
            }
            Happening::Proposed { outcome, text } => self.proposal = Some((outcome.clone(), text.clone())),
            Happening::Resolved { outcome, text, file } => self.resolve(event, outcome, text, file.as_ref()),
            Happening::Returned { method, .. } => {
                self.status = Status::Returned;
                self.returned = Some((at, *method));
            }
            Happening::Reopened { due, .. } => {
                self.status = Status::Processing;
                self.corrections = self.corrections.saturating_add(1);
                (self.resolution, self.returned, self.ended, self.rescheduled) = (None, None, None, None);
                // The first end keeps what was missed before it.
                (self.due, self.missed) = (*due, None);
            }
            Happening::PapersChecked { ticks } => self.checked.clone_from(ticks),
            Happening::SlipIssued { slip, number } => self.issued.push(Issued { at, slip: *slip, number: number.clone() }),
            // A second submission does not fit any status; the others change nothing.
            Happening::Submitted { .. }
            | Happening::KeyReplaced
            | Happening::Remarked { .. }
            | Happening::MessageToOwner { .. }
            | Happening::MessageFromOwner { .. } => {}
        }
    }

    fn accept(&mut self, event: &Event, due: Option<Due>) {
        self.status = Status::Accepted;
        self.received_at = Some(event.at);
        (self.due, self.first_due) = (due, due);
    }

    fn ask(&mut self, event: &Event, request: &SupplementRequest) {
        self.requests.push(Asked { at: event.at, by: event.by.clone(), stage: self.status, request: request.clone(), answered_at: None });
        self.proposal = None;
        self.status = Status::SupplementRequired;
    }

    fn resolve(&mut self, event: &Event, outcome: &Outcome, text: &str, file: Option<&String>) {
        self.resolution =
            Some(Resolution { at: event.at, by: event.by.clone(), outcome: outcome.clone(), text: text.to_owned(), file: file.cloned() });
        self.proposal = None;
        self.close(Status::Resolved, event, None);
    }

    /// Ends the work of the office.
    fn close(&mut self, status: Status, event: &Event, ground: Option<&String>) {
        self.status = status;
        self.ground = ground.cloned();
        (self.before_payment, self.before_withdrawal) = (None, None);
        let end = End { at: event.at, due: self.missed.or(self.due) };
        self.ended = Some(end);
        self.first_ended.get_or_insert(end);
    }

    /// Sets the clock anew, if there is a new due time; what had passed before the pause stays on record.
    fn restart(&mut self, due: Option<Due>) {
        let Some(new) = due else { return };
        let paused_at = self.paused_since().unwrap_or(self.changed_at);
        if let Some(old) = self.due.filter(|old| old.at < paused_at.moment()) {
            self.missed.get_or_insert(old);
        }
        self.due = Some(new);
    }

    /// Closes the pause that ends and opens the one that begins.
    fn mark_pause(&mut self, before: Status, event: &Event) {
        if before == self.status {
            return;
        }
        if let Some(open) = self.pauses.last_mut().filter(|pause| pause.to.is_none()) {
            open.to = Some(event.at);
        }
        if self.status.pauses() {
            let basis = event.what.reason().unwrap_or_default().to_owned();
            self.pauses.push(Pause { from: event.at, to: None, status: self.status, by: event.by.clone(), basis });
        }
    }
}
