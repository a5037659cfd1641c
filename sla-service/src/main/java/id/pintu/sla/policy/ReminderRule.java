package id.pintu.sla.policy;

import id.pintu.sla.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/** When the responsible people are reminded of a deadline. */
public sealed interface ReminderRule {

    /** When that is for one deadline; empty where the limit is too short for it. */
    Optional<Instant> at(WorkingCalendar calendar, Instant start, Instant due);

    /**
     * At the close of the day by which this share of the working days has passed.
     *
     * @param percent 1 to 99
     */
    record AfterShareOfTime(int percent) implements ReminderRule {
        public AfterShareOfTime {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("a share is 1 to 99 percent, not " + percent);
            }
        }

        @Override
        public Optional<Instant> at(WorkingCalendar calendar, Instant start, Instant due) {
            int day = calendar.workingDays(start, due) * percent / 100;
            return Optional.of(calendar.afterWorkingDays(start, day)).filter(close -> day > 0 && close.isBefore(due));
        }
    }

    /**
     * So many working days before the deadline.
     *
     * @param workingDays at least 1; a limit of one day only is reminded of when the office opens
     */
    record BeforeDeadline(int workingDays) implements ReminderRule {
        public BeforeDeadline {
            if (workingDays < 1) {
                throw new IllegalArgumentException("a reminder is one working day before at least");
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
