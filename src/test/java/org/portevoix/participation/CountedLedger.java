package org.portevoix.participation;

import org.portevoix.TestTown;

/** Does what the jobs do, without waiting for them: adds the ledger up, and makes the edition of the report that is due, a while after
 * the last public one. */
public final class CountedLedger {
    private CountedLedger() {}

    /** Lays a priority area over a whole neighbourhood. */
    public static void layPriorityArea(long contractId, String neighbourhood) {
        TestTown.update(
                "INSERT INTO priority_area (contract_id, code, name) VALUES (?, 'QN00000X', 'Un quartier')",
                contractId);
        TestTown.update("""
                INSERT INTO priority_area_share (priority_area_id, neighbourhood_id, share)
                SELECT a.id, n.id, 1
                FROM priority_area a
                JOIN neighbourhood n ON n.contract_id = a.contract_id
                WHERE a.contract_id = ?
                AND n.slug = ?
                """, contractId, neighbourhood);
    }

    public static void renew(TestTown town, long contractId) {
        town.bean(LedgerCube.class).count();
        TestTown.update("UPDATE edition SET as_of = as_of - INTERVAL 2 MINUTE WHERE contract_id = ?", contractId);
        town.bean(EvidenceEditions.class).renew(contractId);
    }
}
