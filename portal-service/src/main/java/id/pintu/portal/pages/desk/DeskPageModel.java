package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.DeskQueueResult;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * View of one queue of the desk with its first complaint, in one language.
 *
 * @param path URL path of this queue's page
 * @param after cursor the queue is shown from; empty for the oldest
 * @param waiting how many wait from there on, such as {@code 12} or {@code 100+}
 */
record DeskPageModel(
        DeskQueueKind queue, String path, String after, String waiting, Optional<DisplayedComplaint> item) {

    /**
     * @param names maps an institution's code to its name
     * @param people names of accounts by id
     */
    static DeskPageModel of(
            DeskPageRequest request,
            String after,
            DeskQueueResult.QueueHead head,
            UnaryOperator<String> names,
            Map<String, String> people) {
        String waiting = head.hasMore() ? head.waitingCount() - 1 + "+" : String.valueOf(head.waitingCount());
        return new DeskPageModel(
                request.queue(),
                DeskPageAddress.path(request.queue()),
                after,
                waiting,
                head.first()
                        .map(first -> DisplayedComplaint.of(first, head.cursor(), names, people, request.locale())));
    }

    /** The page without a complaint, while routing-service does not answer. */
    static DeskPageModel unavailable(DeskQueueKind queue, String after) {
        return new DeskPageModel(queue, DeskPageAddress.path(queue), after, "", Optional.empty());
    }

    boolean shows(String number) {
        return item.filter(shown -> shown.report().number().equals(number)).isPresent();
    }
}
