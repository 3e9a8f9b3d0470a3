package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.portevoix.report.ReportCsv;

/** All of the pack for a spreadsheet, one figure or fact a line. */
@Singleton
class PackCsv implements PackFormat {
    private final PackTables tables;

    PackCsv(PackTables tables) {
        this.tables = tables;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8";
    }

    @Override
    public byte[] write(Pack pack) {
        return ReportCsv.write(tables.all(pack)).getBytes(StandardCharsets.UTF_8);
    }
}
