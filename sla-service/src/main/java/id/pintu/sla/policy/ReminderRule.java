package id.pintu.sla.policy;

import id.pintu.sla.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/** Rule that computes when the responsible party is reminded of a deadline. */
public sealed interface ReminderRule {

    /** Time of the reminder for one deadline; empty if the limit is too short for it. */
    Optional<Instant> at(WorkingCalendar calendar, Instant start, Instant due);

    /**
     * Reminder at the close of the day by which this share of the working days has passed.
     *
     * @param percent 1 to 99
     */
    record AfterShareOfTime(int percent) implements ReminderRule {
        public AfterShareOfTime {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("a share must be 1 to 99 percent, not " + percent);
            }
        }

        @Override
        public Optional<Instant> at(WorkingCalendar calendar, Instant start, Instant due) {
            int day = calendar.workingDays(start, due) * percent / 100;
            return Optional.of(calendar.afterWorkingDays(start, day)).filter(close -> day > 0 && close.isBefore(due));
        }
    }

    /**
     * Reminder a number of working days before the due time.
     *
     * @param workingDays at least 1; for a limit of one day the reminder comes when the office opens
     */
    record BeforeDeadline(int workingDays) implements ReminderRule {
        public BeforeDeadline {
            if (workingDays < 1) {
                throw new IllegalArgumentException("a reminder must be at least one working day before the due time");
            }
        }

        @Override
        public Optional<Instant> at(WorkingCalendar calendar, Instant start, Instant due) {
            if (workingDays == 1) {
                return Optional.of(calendar.reminder(start, due));
            }
            return Optional.of(calendar.workingDaysPast(due, -workingDays))
                    .filter(close -> calendar.workingDays(start, due) > workingDays);
        }
    }
}
