package org.portevoix.effect;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** What came of what was said, in the desk's menu. */
@Singleton
class EffectMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(140, "effects", "/effets", "effect.desk.menu", Permission.ANSWER));
    }
}
