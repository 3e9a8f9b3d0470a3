package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.portevoix.content.Contents.Saved;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.importing.ContractItem;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;

/** Drafts that show themselves at an hour: decided, called off, done once. */
@Singleton
@Transactional
class PublicationPlans {

    private final PublicationPlanRepository plans;
    private final Contents contents;
    private final Contracts contracts;
    private final Seal seal;
    private final Clock clock;

    PublicationPlans(PublicationPlanRepository plans, Contents contents, Contracts contracts, Seal seal, Clock clock) {
        this.plans = plans;
        this.contents = contents;
        this.contracts = contracts;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Has a draft shown at that hour, in the place of another hour; problems where something is still to be written, or is
     * hard to read without a reason.
     *
     * @param reason why it is to be shown although it is hard to read; "" where none was given
     */
    Saved plan(long account, Contract contract, Kind kind, String slug, Instant at, String reason) {
        contents.lock(contract);
        Saved fit = contents.fit(contract, kind, slug, reason);
        ContractItem item = fit.item();
        if (fit.isDone() && item != null) {
            plans.delete(contract.id(), kind, item.id());
            plans.save(new PublicationPlan(
                    null,
                    contract.id(),
                    kind,
                    item.id(),
                    item.slug(),
                    at,
                    account,
                    reason.isEmpty() ? null : reason,
                    null));
        }
        return fit;
    }

    /** False where there was no such plan any more. */
    boolean callOff(Contract contract, Kind kind, String slug) {
        contents.lock(contract);
        return plans.delete(
                        contract.id(), kind, contents.find(contract, kind, slug).id())
                == 1;
    }

    List<PublicationPlan> due() {
        return plans.findDue(clock.instant());
    }

    /** Shows what is due, once on all machines of the site together; what can't be shown waits for the team. */
    void publish(PublicationPlan due) {
        Contract contract = contracts.find(due.contractId()).orElse(null);
        if (contract == null) {
            plans.take(Objects.requireNonNull(due.id()), clock.instant());
            return;
        }
        contents.lock(contract);
        if (plans.take(Objects.requireNonNull(due.id()), clock.instant()) == 0) {
            return;
        }
        Saved saved = contents.publish(
                due.accountId(), contract, due.kind(), due.slug(), Objects.requireNonNullElse(due.plainReason(), ""));
        if (saved.isDone()) {
            seal.record(Deed.of(Act.CONTENT_PUBLISHED)
                    .by(due.accountId())
                    .in(contract.id())
                    .about("content", due.kind().address() + "/" + due.slug())
                    .saying("planned"));
        }
        if (!saved.problems().isEmpty()) {
            plans.save(new PublicationPlan(
                    null,
                    due.contractId(),
                    due.kind(),
                    due.itemId(),
                    due.slug(),
                    due.publishAt(),
                    due.accountId(),
                    due.plainReason(),
                    clock.instant()));
        }
    }
}
