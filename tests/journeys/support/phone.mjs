// SPDX-License-Identifier: Apache-2.0
const telephone = (width, height) => ({ viewport: { width, height }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

export const devices = { telephone: telephone(390, 844), "small telephone": telephone(320, 640) };
