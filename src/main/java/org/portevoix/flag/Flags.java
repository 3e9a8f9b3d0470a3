package org.portevoix.flag;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the site noticed in opinions, for whoever reads them. Who may read which is for the caller to ask first. */
@Singleton
public class Flags {

    private final FlagLooking looking;
    private final FlagRows rows;

    Flags(FlagLooking looking, FlagRows rows) {
        this.looking = looking;
        this.rows = rows;
    }

    /** By the id of the opinion, in the order of its words; those that nobody has looked at yet are looked at now. */
    public Map<Long, List<Flag>> of(Collection<Long> opinionIds) {
        if (opinionIds.isEmpty()) {
            return Map.of();
        }
        looking.look(opinionIds);
        return rows.find(opinionIds);
    }

    /** In the order of its words. */
    public List<Flag> of(long opinionId) {
        return of(List.of(opinionId)).getOrDefault(opinionId, List.of());
    }
}
