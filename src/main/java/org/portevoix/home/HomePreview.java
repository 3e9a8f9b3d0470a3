package org.portevoix.home;

import jakarta.inject.Singleton;
import org.portevoix.contract.Preview;
import org.portevoix.contract.Visit;
import org.portevoix.web.Page;

/** The first page of a contract as residents will see it, for the team alone. */
@Singleton
class HomePreview implements Preview {

    private final HomePages homes;

    HomePreview(HomePages homes) {
        this.homes = homes;
    }

    @Override
    public String list() {
        return "contract";
    }

    @Override
    public Page of(Visit visit, String slug) {
        return homes.home(visit);
    }
}
