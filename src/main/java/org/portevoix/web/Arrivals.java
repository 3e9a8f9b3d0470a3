package org.portevoix.web;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much of unfinished bodies this machine holds in memory. Room is kept for the team, whatever others send. */
@Singleton
class Arrivals {

    private static final int UPLOADS_OF_THE_TEAM = 4;
    /** Of who is signed in perhaps, but came to another machine, or before this one began. */
    private static final int UPLOADS_OF_OTHERS = 1;

    private static final long MOST_OF_OTHERS = 32 << 20;

    private final AtomicInteger ofTheTeam = new AtomicInteger();
    private final AtomicInteger ofOthers = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();

    /** False when enough uploads are on their way; else {@link #endUpload} is to be called once. */
    boolean beginUpload(boolean isTeam) {
        AtomicInteger uploads = isTeam ? ofTheTeam : ofOthers;
        if (uploads.incrementAndGet() <= (isTeam ? UPLOADS_OF_THE_TEAM : UPLOADS_OF_OTHERS)) {
            return true;
        }
        uploads.decrementAndGet();
        return false;
    }

    void endUpload(boolean isTeam) {
        (isTeam ? ofTheTeam : ofOthers).decrementAndGet();
    }

    /** Counts what came of others' bodies; false when it is too much. To be given back by {@link #let}, even then. */
    boolean hold(long bytes) {
        return held.addAndGet(bytes) <= MOST_OF_OTHERS;
    }

    void let(long bytes) {
        held.addAndGet(-bytes);
    }
}
