package id.pintu.portal.pages.oversight;

import id.pintu.portal.oversight.ReportingPeriod;
import id.pintu.portal.pages.DisplayedTime;
import id.pintu.portal.supervision.LedgerReadingProgress;
import java.util.Locale;
import java.util.Optional;

/**
 * What both pages of oversight begin with.
 *
 * @param title name of the province, or empty
 * @param dates of the period, in words
 * @param asOf until when events are counted; empty while the ledger is read for the first time
 * @param invalid name of the field of a period that cannot be read; empty when it can
 * @param nation URL of the nation's page; empty when the officer may not see it
 * @param csv URL of the figures as CSV
 * @param pdf URL of the figures as PDF
 */
record OversightPage(
        OversightPageAddress address,
        String title,
        ReportingPeriod period,
        String dates,
        PeriodOptions options,
        Optional<DisplayedTime> asOf,
        int readPercent,
        String invalid,
        Optional<String> nation,
        String csv,
        String pdf) {

    static Optional<DisplayedTime> asOf(LedgerReadingProgress progress, Locale locale) {
        return progress.asOf().map(at -> DisplayedTime.of(at, ReportingPeriod.ZONE, locale));
    }
}
