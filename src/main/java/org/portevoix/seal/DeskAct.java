package org.portevoix.seal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What somebody at the desk is doing by this request. Whatever the request commits, a line of the log goes with it: one that the feature
 * gave ({@link Seal}), or else this one.
 */
public final class DeskAct {

    private static final String ATTRIBUTE = "portevoix.desk-act";

    private final Deed deed;
    private final AtomicBoolean isSealed = new AtomicBoolean();

    DeskAct(Deed deed) {
        this.deed = deed;
    }

    /** The act of the request that this thread answers; empty where it is none, or nobody's. */
    static Optional<DeskAct> present() {
        return ServerRequestContext.currentRequest().flatMap(request -> request.getAttribute(ATTRIBUTE, DeskAct.class));
    }

    void begin(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Deed deed() {
        return deed;
    }

    /** Whether a line of it stands in the log, or will with the present transaction. */
    boolean isSealed() {
        return isSealed.get();
    }

    void sealed(boolean sealed) {
        isSealed.set(sealed);
    }
}
