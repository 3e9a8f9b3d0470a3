package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.followup.Followups;
import org.portevoix.receipt.Said;

/**
 * What the contract owes, as it may be kept for ever: in the team's own words. A follow-up that repeats what a resident or a council
 * wrote is told without its words, since who wrote them may take them back (docs/decisions/0032-frozen-packs.md).
 */
@Singleton
class KeptFollowups {
    /** So many words in a row that are somebody else's are theirs; fewer are anybody's. */
    private static final int RUN = 5;
    /** A line as short as that is repeated where all of it is. */
    private static final int SHORTEST = 3;

    private final Followups followups;
    private final Map<Said.Kind, Said> said;
    private final PackWords words;

    KeptFollowups(Followups followups, List<Said> said, PackWords words) {
        this.followups = followups;
        this.said = said.stream().collect(Collectors.toMap(Said::kind, each -> each));
        this.words = words;
    }

    /** As {@link Followups#awaiting}; their addresses, which are made of their words, are their numbers. */
    List<Followups.Awaiting> awaiting(Contract contract) {
        List<Followups.Awaiting> all = followups.awaiting(contract);
        Map<Long, Set<String>> theirs =
                theirs(contract, all.stream().map(Followups.Awaiting::id).toList());
        return all.stream()
                .map(one -> new Followups.Awaiting(
                        one.id(),
                        Long.toString(one.id()),
                        told(one.said(), theirs.get(one.id())),
                        one.decides(),
                        one.answerBy(),
                        one.isLate()))
                .toList();
    }

    /** As {@link Followups#promised}, in the same way. */
    List<Followups.Promised> promised(Contract contract) {
        List<Followups.Promised> all = followups.promised(contract);
        Map<Long, Set<String>> theirs =
                theirs(contract, all.stream().map(Followups.Promised::id).toList());
        return all.stream()
                .map(one -> {
                    String next = one.next();
                    return new Followups.Promised(
                            one.id(),
                            Long.toString(one.id()),
                            told(one.said(), theirs.get(one.id())),
                            next == null ? null : told(next, theirs.get(one.id())),
                            one.on(),
                            one.isLate());
                })
                .toList();
    }

    private String told(String text, @Nullable Set<String> theirs) {
        boolean repeats = theirs != null
                && Stream.iterate(SHORTEST, length -> length <= RUN, length -> length + 1)
                        .flatMap(length -> runs(text, length))
                        .anyMatch(theirs::contains);
        return repeats ? words.say("pack.desk.due_repeated") : text;
    }

    /** By follow-up, the runs of words that are of those who said what it gathered. */
    private Map<Long, Set<String>> theirs(Contract contract, List<Long> ids) {
        return followups.proposals(contract).stream()
                .filter(one -> ids.contains(one.id()))
                .collect(Collectors.toMap(Followups.Proposal::id, one -> theirs(contract.id(), one.said())));
    }

    private Set<String> theirs(long contractId, List<Followups.SaidThing> things) {
        Set<String> runs = new HashSet<>();
        things.stream()
                .collect(Collectors.groupingBy(
                        Followups.SaidThing::kind, Collectors.mapping(Followups.SaidThing::id, Collectors.toList())))
                .forEach((kind, ids) -> {
                    Said room = said.get(kind);
                    if (room != null) {
                        room.findAll(contractId, ids).stream()
                                .flatMap(item -> item.words().lines())
                                .forEach(line -> runs(
                                                line, Math.min(RUN, cut(line).size()))
                                        .forEach(runs::add));
                    }
                });
        return runs;
    }

    /** None of fewer words than the shortest that tells. */
    private static Stream<String> runs(String text, int length) {
        List<String> cut = cut(text);
        return length < SHORTEST
                ? Stream.of()
                : Stream.iterate(0, from -> from + length <= cut.size(), from -> from + 1)
                        .map(from -> String.join(" ", cut.subList(from, from + length)));
    }

    private static List<String> cut(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
