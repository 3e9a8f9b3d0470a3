package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** What residents said, in the desk's menu. */
@Singleton
class ModerationMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(100, "queue", "/avis", "moderation.desk.menu.queue", Permission.MODERATE),
                new Entry(110, "decided", "/avis/decides", "moderation.desk.menu.decided", Permission.MODERATE),
                new Entry(
                        120,
                        "consultations",
                        "/questionnaires",
                        "moderation.desk.menu.consultations",
                        Permission.ANSWER));
    }
}
