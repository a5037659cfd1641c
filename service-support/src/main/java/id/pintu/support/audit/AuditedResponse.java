package id.pintu.support.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.IntConsumer;
import org.springframework.security.web.util.OnCommittedResponseWrapper;

/**
 * Response that is recorded once, before anything of it is sent.
 *
 * <p>Two wrappers, because that of Spring Security tells that an error is about to be sent, but not its status.
 */
final class AuditedResponse extends HttpServletResponseWrapper {

    private final CommitObserver observer;

    /**
     * @param recorder gets the status; may throw, and then nothing is sent
     */
    AuditedResponse(HttpServletResponse response, IntConsumer recorder) {
        this(new CommitObserver(response, recorder));
    }

    private AuditedResponse(CommitObserver observer) {
        super(observer);
        this.observer = observer;
    }

    /** Records the response unless it was recorded. */
    void complete() {
        observer.onResponseCommitted();
    }

    @Override
    public void sendError(int status) throws IOException {
        observer.status = status;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        observer.status = status;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        observer.status = HttpServletResponse.SC_FOUND;
        super.sendRedirect(location);
    }

    private static final class CommitObserver extends OnCommittedResponseWrapper {

        private final IntConsumer recorder;
        private boolean recorded;

        /** Status of an error that is about to be sent, else 0. */
        private int status;

        CommitObserver(HttpServletResponse response, IntConsumer recorder) {
            super(response);
            this.recorder = recorder;
        }

        @Override
        protected void onResponseCommitted() {
            if (!recorded) {
                recorded = true;
                recorder.accept(status == 0 ? getStatus() : status);
            }
        }
    }
}
