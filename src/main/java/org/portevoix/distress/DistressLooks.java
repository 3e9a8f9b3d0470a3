package org.portevoix.distress;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;

/**
 * What is typed for others (a council at its meeting, a partner who reports) is looked at like what residents write: the
 * team is told, and who wrote it sees whom to call. Nothing of that is kept: the words that are kept are read again.
 */
@Singleton
public class DistressLooks {

    private final Distress distress;
    private final DistressAlerts alerts;
    private final HelpLines lines;

    DistressLooks(Distress distress, DistressAlerts alerts, HelpLines lines) {
        this.distress = distress;
        this.alerts = alerts;
        this.lines = lines;
    }

    /**
     * In the transaction of what was written; those who coordinate are told where its words tell of a danger.
     *
     * @param about what was written, so that nobody is told of the same twice: "formal-opinion/12"
     * @param path at the contract's desk, where it is read
     */
    public void look(Contract contract, Collection<String> written, String about, String path) {
        if (!distress.dangers(written).isEmpty()) {
            alerts.write(alerts.ready(contract), about, path);
        }
    }

    /** Whom to call, for the page of who wrote this; null when nothing in it tells of a danger. */
    public @Nullable Help help(Collection<String> written) {
        return help(written, false);
    }

    /** The same, for the page of its receipt. */
    public @Nullable Help helpOnReceipt(Collection<String> written) {
        return help(written, true);
    }

    private @Nullable Help help(Collection<String> written, boolean isOnReceipt) {
        Set<Danger> dangers = distress.dangers(written);
        return dangers.isEmpty() ? null : new Help(lines.of(dangers), isOnReceipt);
    }
}
