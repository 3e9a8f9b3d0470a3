package org.portevoix.poster;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Reads the code of a poster as a telephone does: from its picture. */
public final class PrintedCode {

    private PrintedCode() {}

    public static String of(BufferedImage picture) throws ReaderException {
        try {
            return look(picture);
        } catch (ReaderException missed) {
            // A telephone takes many pictures, nearer and further: one may miss a corner.
            try {
                return look(scaled(picture, 2));
            } catch (ReaderException again) {
                return look(scaled(picture, 0.7));
            }
        }
    }

    private static String look(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static BufferedImage scaled(BufferedImage picture, double times) {
        int width = (int) (picture.getWidth() * times);
        int height = (int) (picture.getHeight() * times);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
