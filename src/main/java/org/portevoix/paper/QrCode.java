package org.portevoix.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Path2D;

/** An address as a square of dots that a telephone reads (ISO/IEC 18004). */
public final class QrCode {

    private QrCode() {}

    /** In a square of this side, its y downwards, without the quiet zone: four dots that must stay white around it. */
    public static Path2D of(String address, double side) {
        ByteMatrix dots = dots(address);
        double dot = side / dots.getWidth();
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < dots.getHeight(); row++) {
            for (int from = 0; from < dots.getWidth(); from++) {
                int until = from;
                while (until < dots.getWidth() && dots.get(until, row) == 1) {
                    until++;
                }
                if (until > from) {
                    rectangle(path, from * dot, row * dot, until * dot, (row + 1) * dot);
                    from = until;
                }
            }
        }
        return path;
    }

    private static ByteMatrix dots(String address) {
        try {
            // M: an eighth of it may be dirty or torn.
            return Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void rectangle(Path2D path, double left, double top, double right, double bottom) {
        path.moveTo(left, top);
        path.lineTo(right, top);
        path.lineTo(right, bottom);
        path.lineTo(left, bottom);
        path.closePath();
    }
}
