package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** What is owed to residents, in the desk's menu. */
@Singleton
class FollowupMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(130, "followups", "/suites", "followup.desk.menu", Permission.ANSWER));
    }
}
