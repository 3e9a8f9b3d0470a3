package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.web.Page;

/** Adds to an item's page what other features have beside it. Their changes name the item's own tag. */
@Singleton
public class Surroundings {

    private final List<Beside> parts;

    Surroundings(List<Beside> parts) {
        this.parts = parts;
    }

    public Page around(Visit visit, String list, long itemId, Page page) {
        Map<String, Object> beside = new HashMap<>();
        for (Beside part : parts) {
            Object found = part.of(visit, list, itemId);
            if (found != null) {
                beside.put(part.name(), found);
            }
        }
        return page.with(beside);
    }
}
