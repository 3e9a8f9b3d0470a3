package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** What residents read, in the desk's menu. */
@Singleton
class ContentMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(500, "content", "/contenus", "content.desk.menu.content", Permission.TRANSLATE),
                new Entry(505, "translations", "/traductions", "content.desk.menu.translations", Permission.TRANSLATE),
                new Entry(510, "history", "/historique", "content.desk.menu.history", Permission.PUBLISH));
    }
}
