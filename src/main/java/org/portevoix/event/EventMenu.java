package org.portevoix.event;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** What is on, in the desk's menu. */
@Singleton
class EventMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(200, "agenda", "/agenda", "event.desk.menu", Permission.HEAD_COUNT));
    }
}
