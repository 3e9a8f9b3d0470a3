package org.portevoix.flag;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.OpinionLooks;
import org.portevoix.consultation.OpinionToLookAt;
import org.portevoix.contract.Contracts;
import org.portevoix.distress.DistressAlerts;

/** Keeps what was noticed in an opinion, unless it has changed meanwhile: then it is looked at again. */
@Singleton
class FlagKeeping {

    private final OpinionLooks looks;
    private final FlagRows rows;
    private final Contracts contracts;
    private final DistressAlerts alerts;

    FlagKeeping(OpinionLooks looks, FlagRows rows, Contracts contracts, DistressAlerts alerts) {
        this.looks = looks;
        this.rows = rows;
        this.contracts = contracts;
        this.alerts = alerts;
    }

    @Transactional
    void keep(OpinionToLookAt opinion, List<Flag> flags, @Nullable Likeness likeness) {
        if (!looks.looked(opinion)) {
            return;
        }
        rows.replace(opinion.id(), opinion.contractId(), flags, likeness);
        if (flags.stream().anyMatch(flag -> flag.kind() == FlagKind.DISTRESS) && looks.readFirst(opinion.id())) {
            alerts.write(
                    alerts.ready(contracts.find(opinion.contractId()).orElseThrow()),
                    "opinion/" + opinion.id() + "/" + opinion.revision(),
                    "/avis/" + opinion.id());
        }
    }
}
