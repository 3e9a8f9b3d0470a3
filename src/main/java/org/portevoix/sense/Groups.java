package org.portevoix.sense;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portevoix.consultation.WordsKept;

/**
 * Opinions that say the same, whatever language each is in. The words suggest; a person makes a group, names it, adds to it
 * and takes from it.
 */
@Singleton
public class Groups implements WordsKept {

    public static final int LONGEST_NAME = 120;

    /** How many of the latest opinions are compared. */
    static final int COMPARED = 1_500;

    private static final int MOST_GROUPS = 200;
    private static final int MOST_SUGGESTED = 10;
    private static final int MOST_LIKE = 10;

    private final GroupRows rows;
    private final Clock clock;

    Groups(GroupRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** By id, their names, the latest first. */
    @Transactional
    public Map<Long, String> names(long contractId) {
        Map<Long, String> names = new LinkedHashMap<>();
        rows.find(contractId, MOST_GROUPS).forEach(group -> names.put(group.id(), group.name()));
        return names;
    }

    @Transactional
    List<GroupRows.Group> find(long contractId) {
        return rows.find(contractId, MOST_GROUPS);
    }

    @Transactional
    Optional<GroupRows.Group> find(long contractId, long id) {
        return rows.hold(contractId, id);
    }

    @Transactional
    List<Long> members(long groupId) {
        return rows.members(groupId);
    }

    /** Of the latest opinions that are in no group: those that may say the same, the largest groups first. */
    @Transactional
    List<Alike.Found> suggested(long contractId) {
        Map<Long, List<String>> stems = stems(contractId);
        Set<Long> free = new HashSet<>(stems.keySet());
        free.removeAll(rows.grouped(contractId));
        return new Alike(stems).groups(free).stream().limit(MOST_SUGGESTED).toList();
    }

    /** Of the latest opinions, those that may say what these say. */
    @Transactional
    List<Long> like(long contractId, List<Long> members) {
        Map<Long, List<String>> stems = stems(contractId);
        return new Alike(stems)
                .like(members, stems.keySet()).stream().limit(MOST_LIKE).toList();
    }

    @Transactional
    long make(long contractId, String name, Collection<Long> opinionIds) {
        long id = rows.add(contractId, name, clock.instant());
        opinionIds.forEach(opinion -> rows.addMember(contractId, id, opinion));
        return id;
    }

    /** False where there is no such group any more; so all below. */
    @Transactional
    boolean add(long contractId, long id, Collection<Long> opinionIds) {
        boolean isThere = rows.hold(contractId, id).isPresent();
        if (isThere) {
            opinionIds.forEach(opinion -> rows.addMember(contractId, id, opinion));
        }
        return isThere;
    }

    @Transactional
    boolean remove(long contractId, long id, Collection<Long> opinionIds) {
        boolean isThere = rows.hold(contractId, id).isPresent();
        if (isThere) {
            opinionIds.forEach(opinion -> rows.removeMember(id, opinion));
        }
        return isThere;
    }

    @Transactional
    boolean rename(long contractId, long id, String name) {
        boolean isThere = rows.hold(contractId, id).isPresent();
        if (isThere) {
            rows.rename(id, name);
        }
        return isThere;
    }

    /** Its opinions go to the other one, and it is no more. */
    @Transactional
    boolean merge(long contractId, long id, long into) {
        // Always in the order of their numbers, so that two who merge at once do not wait for each other.
        boolean areThere = rows.hold(contractId, Math.min(id, into)).isPresent()
                && rows.hold(contractId, Math.max(id, into)).isPresent()
                && id != into;
        if (areThere) {
            rows.move(id, into);
        }
        return areThere;
    }

    @Transactional
    boolean dissolve(long contractId, long id) {
        boolean isThere = rows.hold(contractId, id).isPresent();
        if (isThere) {
            rows.delete(id);
        }
        return isThere;
    }

    @Override
    public void changed(long opinionId) {
        // A person put it there; it is for a person to take it out.
    }

    @Override
    public void gone(long opinionId) {
        rows.removeFromAll(opinionId);
    }

    private Map<Long, List<String>> stems(long contractId) {
        Map<Long, List<String>> stems = new LinkedHashMap<>();
        rows.said(contractId, COMPARED)
                .forEach((id, texts) -> stems.put(
                        id,
                        texts.stream()
                                .flatMap(text -> French.stems(text).stream())
                                .toList()));
        return stems;
    }
}
