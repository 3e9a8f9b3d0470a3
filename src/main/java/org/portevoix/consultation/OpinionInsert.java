package org.portevoix.consultation;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.portevoix.distress.DistressAlerts;
import org.portevoix.mail.Contact;
import org.portevoix.receipt.ReceiptCodes;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;

/**
 * Adds opinions, each with its answers and its ledger line: all or nothing. Those that come while others are being
 * committed wait for that and are then committed together: a commit costs the database more than all that it holds.
 */
@Singleton
class OpinionInsert {

    private static final int MOST_TOGETHER = 64;

    private final OpinionGroupInsert groups;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Thread committer = Thread.ofVirtual().name("opinions").unstarted(this::commitAll);

    OpinionInsert(OpinionGroupInsert groups) {
        this.groups = groups;
    }

    @PostConstruct
    void start() {
        committer.start();
    }

    @PreDestroy
    void stop() {
        committer.interrupt();
    }

    /**
     * Returns once the opinion is committed, in no transaction of the caller's. Throws a {@link DataAccessException} that
     * {@link ReceiptCodes#isClash} knows when the code or the submission is there already.
     */
    void save(Opinion opinion, List<Answer> answers, @Nullable Contact contact, DistressAlerts.@Nullable Alert alert) {
        var mine = new Waiting(opinion, answers, contact, alert, Seal.present(), new CompletableFuture<>());
        waiting.add(mine);
        try {
            mine.committed().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void commitAll() {
        try {
            while (true) {
                var group = new ArrayList<Waiting>();
                group.add(waiting.take());
                waiting.drainTo(group, MOST_TOGETHER - 1);
                commit(group);
            }
        } catch (InterruptedException stopped) {
            // The site is closing: it takes no more forms.
        }
    }

    /** A double spoils its group: each is then tried alone. Where the database does not answer, none is tried again. */
    private void commit(List<Waiting> group) {
        try {
            groups.save(group);
            group.forEach(one -> one.committed().complete(null));
        } catch (RuntimeException | Error e) {
            if (group.size() > 1 && ReceiptCodes.isClash(e)) {
                group.forEach(one -> commit(List.of(one)));
            } else {
                group.forEach(one -> one.committed().completeExceptionally(e));
            }
        }
    }

    /** An opinion on its way in. @param deed of whoever typed it at the desk; null of a resident's own */
    record Waiting(
            Opinion opinion,
            List<Answer> answers,
            @Nullable Contact contact,
            DistressAlerts.@Nullable Alert alert,
            @Nullable Deed deed,
            CompletableFuture<@Nullable Void> committed) {}
}
