package org.portevoix.recording;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** The voices, in the desk's menu. */
@Singleton
class RecordingMenu implements DeskMenu {

    static final String SECTION = "recordings";

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(505, SECTION, "/voix", "recording.desk.list", Permission.TRANSLATE));
    }
}
