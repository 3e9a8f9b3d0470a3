package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.portevoix.contract.Territory;
import org.portevoix.language.Language;

/** Of which neighbourhood a council speaks, where it speaks of one alone. */
@Singleton
class CouncilHomes {

    private final CouncilRepository councils;
    private final Territory territory;

    CouncilHomes(CouncilRepository councils, Territory territory) {
        this.councils = councils;
        this.territory = territory;
    }

    /** Its slug; empty of a council of several neighbourhoods, or of none. */
    Optional<String> of(long contractId, long councilId) {
        List<Long> own = councils.findNeighbourhoods(councilId);
        return own.size() == 1
                ? territory.neighbourhoods(contractId, Language.SOURCE).stream()
                        .filter(one -> one.row().id() == own.getFirst())
                        .map(Territory.Named::slug)
                        .findFirst()
                : Optional.empty();
    }
}
