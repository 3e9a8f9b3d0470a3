package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** The report, in the desk's menu. */
@Singleton
class ReportMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(420, "report", "/rapport", "report.desk.menu", Permission.REPORT));
    }
}
