package org.portevoix.participation;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the contract did in a period, from the sums of the ledger: sessions held, replies published, seats that residents
 * occupied. None of it is a secret of a person, so nothing of it is hidden; it is told as it is now.
 */
@Singleton
public class Activities {
    private final CubeRepository sums;

    Activities(CubeRepository sums) {
        this.sums = sums;
    }

    /**
     * @param byPlace sessions, by the slug of the place; {@link Cut#UNKNOWN} where it isn't known
     * @param byAction sessions of an action, by its id, by place
     * @param answered ids of the actions for which a reply is published
     * @param seats occupied by residents, by the id of the action; 0 for those of the whole contract
     */
    public record Activity(
            HeldSessions sessions,
            Map<String, Long> byPlace,
            Map<Long, Map<String, Long>> byAction,
            Set<Long> answered,
            Map<Long, Long> seats) {}

    public Activity of(long contractId, Period period) {
        HeldSessions held = HeldSessions.NONE;
        Map<String, Long> byPlace = new HashMap<>();
        Map<Long, Map<String, Long>> byAction = new HashMap<>();
        Map<Long, Long> replies = new HashMap<>();
        Map<Long, Long> seats = new HashMap<>();
        for (CubeCell cell : sums.findActivity(contractId)) {
            if (period.contains(cell.month())) {
                switch (cell.dimension()) {
                    case SESSION -> {
                        held = held.and(cell.second(), cell.count());
                        byPlace.merge(known(cell.first()), cell.count(), Long::sum);
                    }
                    case SESSION_OF ->
                        byAction.computeIfAbsent(id(cell.first()), unused -> new HashMap<>())
                                .merge(known(cell.second()), cell.count(), Long::sum);
                    default ->
                        (cell.act() == Act.SEAT ? seats : replies).merge(id(cell.category()), cell.count(), Long::sum);
                }
            }
        }
        Set<Long> answered = new HashSet<>();
        replies.forEach((action, count) -> {
            if (count > 0) {
                answered.add(action);
            }
        });
        return new Activity(held, byPlace, byAction, answered, seats);
    }

    private static long id(String category) {
        return category.isEmpty() ? 0 : Long.parseLong(category);
    }

    private static String known(String category) {
        return category.isEmpty() ? Cut.UNKNOWN : category;
    }
}
