// The part of opencc-js that is used: the package declares no types for its small table of simplified forms.
declare module 'opencc-js/t2cn' {
  export function Converter(options: {
    readonly from: string;
    readonly to: string;
  }): (text: string) => string;
}
