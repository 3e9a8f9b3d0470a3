package org.portevoix.council;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Language;
import org.portevoix.receipt.Said;

/** What councils proposed, as follow-ups gather it. */
@Singleton
class ProposalsSaid implements Said {

    private final CouncilProposalRepository proposals;
    private final CouncilNames names;
    private final CouncilHomes homes;
    private final Contracts contracts;

    ProposalsSaid(CouncilProposalRepository proposals, CouncilNames names, CouncilHomes homes, Contracts contracts) {
        this.proposals = proposals;
        this.names = names;
        this.homes = homes;
        this.contracts = contracts;
    }

    @Override
    public Kind kind() {
        return Kind.PROPOSAL;
    }

    @Override
    public List<Item> latest(long contractId, int count) {
        return items(contractId, proposals.findLatestOfContract(contractId, count));
    }

    @Override
    public Optional<Item> find(long contractId, long id) {
        return items(contractId, proposals.find(contractId, id).stream().toList()).stream()
                .findFirst();
    }

    @Override
    public Set<Long> counting(long contractId, Collection<Long> ids) {
        return ids.stream()
                .filter(id -> proposals.find(contractId, id).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Long, String> homes(long contractId, Collection<Long> ids) {
        Map<Long, String> found = new HashMap<>();
        for (long id : ids) {
            proposals
                    .find(contractId, id)
                    .flatMap(one -> homes.of(contractId, one.councilId()))
                    .ifPresent(home -> found.put(id, home));
        }
        return found;
    }

    private List<Item> items(long contractId, List<CouncilProposal> found) {
        ZoneId zone = contracts.find(contractId).orElseThrow().zoneId();
        Map<Long, String> named = names.of(contractId);
        return found.stream()
                .map(one -> new Item(
                        one.id(),
                        one.title() + "\n\n" + one.what(),
                        Language.SOURCE,
                        Objects.requireNonNull(named.get(one.councilId())),
                        LocalDate.ofInstant(one.enteredAt(), zone),
                        null))
                .toList();
    }
}
