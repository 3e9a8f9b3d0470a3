package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.importing.Fault;
import tools.jackson.databind.node.ObjectNode;

/** Events that were written elsewhere, kept as drafts: the team reads them before anybody else does. */
@Singleton
@Transactional
public class Drafts {

    private final Contents contents;
    private final ContractItems items;
    private final ItemRules rules;

    Drafts(Contents contents, ContractItems items, ItemRules rules) {
        this.contents = contents;
        this.items = items;
        this.rules = rules;
    }

    /** What is wrong with each, in French; in their order. What is only missing is left for the team to write. */
    public List<List<String>> problems(Contract contract, List<ObjectNode> events) {
        List<ObjectNode> named = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            ObjectNode one = events.get(i).deepCopy();
            rules.leaveUnwritten(Kind.EVENT, one);
            one.put("slug", "nouveau-" + i);
            named.add(one);
        }
        return items.faultsOfNew(contract.id(), Kind.EVENT.list(), named).stream()
                .map(faults -> faults.stream().map(Fault::message).distinct().toList())
                .toList();
    }

    /** Keeps one that was judged, as a new draft. */
    public ContractItem add(long account, Contract contract, ObjectNode event) {
        items.lock(contract.id());
        ObjectNode whole = event.deepCopy();
        rules.leaveUnwritten(Kind.EVENT, whole);
        Set<String> taken = items.slugs(contract.id(), Kind.EVENT.list());
        return contents.draft(account, contract, Kind.EVENT, whole, taken);
    }

    /** An event of this contract that nobody but the team ever saw; empty where there is none of that name. */
    public Optional<ContractItem> findUnseen(Contract contract, String slug) {
        return items.find(contract.id(), Kind.EVENT.list(), slug)
                .filter(item -> rules.isUnseen(contract, Kind.EVENT, item));
    }

    /** By which it is seen that a draft was changed since. */
    public String revision(Contract contract, ContractItem draft) {
        return contents.revision(contract, Kind.EVENT, draft);
    }

    /** Changes a draft; empty where somebody changed it since, or it can't be so. */
    public Optional<ContractItem> change(
            long account, Contract contract, ContractItem draft, String revision, ObjectNode event) {
        Contents.Saved saved =
                contents.save(account, contract, Kind.EVENT, draft.slug(), revision, event.deepCopy(), "", "");
        return saved.isDone() ? Optional.ofNullable(saved.item()) : Optional.empty();
    }
}
