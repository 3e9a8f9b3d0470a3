package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.receipt.Said;

/** Formal opinions as follow-ups gather them, shown to everybody or not: each must be answered. */
@Singleton
class FormalOpinionsSaid implements Said {

    private final FormalOpinionRepository opinions;
    private final CouncilNames names;
    private final CouncilHomes homes;

    FormalOpinionsSaid(FormalOpinionRepository opinions, CouncilNames names, CouncilHomes homes) {
        this.opinions = opinions;
        this.names = names;
        this.homes = homes;
    }

    @Override
    public Kind kind() {
        return Kind.FORMAL_OPINION;
    }

    @Override
    public List<Item> latest(long contractId, int count) {
        return items(contractId, opinions.findOfContract(contractId, count));
    }

    @Override
    public Optional<Item> find(long contractId, long id) {
        return opinions.findById(id)
                .filter(opinion -> opinion.contractId() == contractId && !opinion.isWithdrawn())
                .map(opinion -> items(contractId, List.of(opinion)).getFirst());
    }

    @Override
    public Set<Long> counting(long contractId, Collection<Long> ids) {
        return ids.stream()
                .filter(id -> opinions.findById(id)
                        .filter(one -> one.contractId() == contractId && !one.isWithdrawn())
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Long, String> homes(long contractId, Collection<Long> ids) {
        Map<Long, String> found = new HashMap<>();
        for (long id : ids) {
            opinions.findById(id)
                    .filter(one -> one.contractId() == contractId && !one.isWithdrawn())
                    .flatMap(one -> homes.of(contractId, one.councilId()))
                    .ifPresent(home -> found.put(id, home));
        }
        return found;
    }

    private List<Item> items(long contractId, List<FormalOpinion> found) {
        Map<Long, String> named = names.of(contractId);
        return found.stream()
                .map(opinion -> new Item(
                        opinion.id(),
                        opinion.title() + "\n\n" + opinion.body(),
                        opinion.language(),
                        Objects.requireNonNull(named.get(opinion.councilId())),
                        opinion.sentOn(),
                        opinion.answerBy()))
                .toList();
    }
}
