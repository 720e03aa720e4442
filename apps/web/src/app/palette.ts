// The colours of both brightnesses. A spec measures that words are readable on their grounds, hovered and pressed too.

/**
 * What Ant Design derives from so dark a green is grey in place of pale green, and hovered words that cannot be read;
 * so those are named here. Hover darkens on a light ground and lightens on a dark one.
 */
export const LIGHT = {
  token: {
    colorPrimary: '#0f7a64',
    colorPrimaryHover: '#0b6b58',
    colorPrimaryBg: '#e2f2ec',
    colorPrimaryBgHover: '#cfe8df',
    colorLink: '#0b6b58',
    colorLinkHover: '#0f7a64',
    colorTextSecondary: '#5b6562',
    colorTextTertiary: '#5b6562',
    colorTextDescription: '#5b6562',
    colorTextPlaceholder: '#68726f',
    colorBgLayout: '#f6f8f7',
    colorError: '#c8262c',
    colorErrorHover: '#b31d25',
  },
  button: {
    dangerColor: '#ffffff',
    defaultHoverColor: '#0b6b58',
    defaultActiveColor: '#065447',
  },
};

export const DARK = {
  token: {
    colorError: '#ff938f',
    colorPrimary: '#1a8f77',
    colorPrimaryHover: '#1a836d',
    colorLink: '#4cc3a9',
    colorLinkHover: '#6fdcc3',
    colorLinkActive: '#44a993',
    colorTextSecondary: '#a9b4b0',
    colorTextTertiary: '#a9b4b0',
    colorTextDescription: '#a9b4b0',
    colorTextPlaceholder: '#8f9a96',
    colorBgLayout: '#101413',
    colorBgContainer: '#181d1b',
    colorBgElevated: '#1f2523',
    colorErrorActive: '#dc807d',
  },
  button: {
    dangerColor: '#1b0b0b',
    defaultHoverColor: '#6fdcc3',
    defaultActiveColor: '#44a993',
  },
};
