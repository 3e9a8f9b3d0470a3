package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import org.portevoix.contract.Preview;
import org.portevoix.contract.Visit;
import org.portevoix.web.NotFound;
import org.portevoix.web.Page;

/** A mission as residents will see it, for the team alone. */
@Singleton
class MissionPreview implements Preview {

    private final MissionRepository missions;
    private final MissionPages pages;

    MissionPreview(MissionRepository missions, MissionPages pages) {
        this.missions = missions;
        this.pages = pages;
    }

    @Override
    public String list() {
        return "missions";
    }

    @Override
    public Page of(Visit visit, String slug) {
        return pages.show(
                visit, missions.findForPreview(visit.contractId(), slug).orElseThrow(NotFound::new));
    }
}
